-- Who said what in a mail, and when, must stay what it was: the bound role adds versions and reads them, nothing else.
revoke update, delete, truncate on notifications.wordings from hostwell_app;
