"""Officers and teams 队伍: who works in a grid besides and beside its officer, and what is missing."""
