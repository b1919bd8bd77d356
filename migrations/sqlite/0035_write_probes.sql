CREATE TABLE write_probes (
    probe INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (probe)
) STRICT;
