CREATE TABLE job_leases (
    job TEXT NOT NULL,
    holder INTEGER NOT NULL,
    leased_until INTEGER NOT NULL,
    finished_at INTEGER,
    PRIMARY KEY (job)
) STRICT;
