CREATE TABLE write_probes (
    probe BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (probe)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
