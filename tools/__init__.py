"""Development only: the launcher's heavier parts and the checks of the house. Jingwei never imports it."""
