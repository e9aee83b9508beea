-- A process that did not migrate by itself must be able to see whether somebody has: it is ready only then.
grant usage on schema drizzle to hostwell_app;
grant select on all tables in schema drizzle to hostwell_app;
