-- Run by sqlcmd before the migrations, as often as one likes. sqlcmd fills $(…) from the environment.
:on error exit
if db_id('Opora') is null
    create database Opora;
go
-- Readers do not wait for a long import, and an import does not wait for readers.
if (select is_read_committed_snapshot_on from sys.databases where name = 'Opora') = 0
    alter database Opora set read_committed_snapshot on with rollback immediate;
go
use Opora;
go
-- Two sign-ins: the one that migrates owns the tables, the one that serves may not change them.
if suser_id('opora_owner') is null
    create login opora_owner with password = '$(OPORA_DB_OWNER_PASSWORD)', default_database = Opora;
else
    alter login opora_owner with password = '$(OPORA_DB_OWNER_PASSWORD)';
if suser_id('opora') is null
    create login opora with password = '$(OPORA_DB_PASSWORD)', default_database = Opora;
else
    alter login opora with password = '$(OPORA_DB_PASSWORD)';
go
if user_id('opora_owner') is null
    create user opora_owner for login opora_owner;
if user_id('opora') is null
    create user opora for login opora;
alter role db_owner add member opora_owner;
alter role db_datareader add member opora;
alter role db_datawriter add member opora;
go
