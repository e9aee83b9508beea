-- What people agreed to must stay what it was: the bound role adds versions of texts and reads them, nothing else.
revoke update, delete, truncate on content.versions from hostwell_app;
