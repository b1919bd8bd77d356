CREATE TABLE browser_sign_ins (
    state_hash VARCHAR(43) NOT NULL,
    browser_hash VARCHAR(43) NOT NULL,
    verifier VARCHAR(43) NOT NULL,
    return_to VARCHAR(2000) NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (state_hash),
    KEY browser_sign_ins_by_end (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
