-- What was done can't be undone in the books: the bound role adds audit rows and reads them, nothing else.
revoke update, delete, truncate on audit.entries from hostwell_app;
