"""Questions of forms and the visits at which they were asked."""
