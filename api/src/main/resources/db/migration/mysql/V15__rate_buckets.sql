-- What is left of the limits of addresses and accounts, for all instances; Bucket4j reads and writes it. Rows end.
create table rate_bucket (
    id varchar(255) not null primary key,
    state mediumblob,
    expires_at bigint
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index rate_bucket_by_expiry on rate_bucket (expires_at);
