-- Which order came of which Idempotency-Key. The key is kept as its digest, so that any length and any alphabet fits.
create table checkout_journal (
    customer_id varchar(120) not null,
    key_digest varchar(64) not null,
    request_hash varchar(128) not null,
    order_id varchar(120) not null,
    kept_at datetime(6) not null,
    constraint pk_checkout_journal primary key (customer_id, key_digest)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create index ix_checkout_journal_kept_at on checkout_journal (kept_at);
