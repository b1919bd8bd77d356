CREATE TABLE job_leases (
    job VARCHAR(60) NOT NULL,
    holder BIGINT NOT NULL,
    leased_until BIGINT NOT NULL,
    finished_at BIGINT,
    PRIMARY KEY (job)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
