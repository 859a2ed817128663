"""Development only: the launcher's heavier parts and the checks of the house. Nothing in `jingwei` imports this."""
