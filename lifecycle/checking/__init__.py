"""Every life a draft can have, explored, and the laws held against it."""
