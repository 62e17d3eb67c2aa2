"""Who: the people, organisations, places and things that an article names, one actor for all names of one."""
