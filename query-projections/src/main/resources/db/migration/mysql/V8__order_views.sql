-- Views of orders. Every row belongs to a slot; instants are microseconds since 1970; documents are JSON text.

create table order_details (
    slot          varchar(1)       not null,
    order_id      varchar(120)     not null,
    last_sequence bigint           not null,
    document      mediumtext   not null,
    primary key (slot, order_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table order_list (
    slot        varchar(1)       not null,
    order_id    varchar(120)     not null,
    customer_id varchar(120)     not null,
    status      varchar(20)      not null,
    archived    boolean          not null,
    flagged     boolean          not null,
    created_at  bigint           not null,
    document    mediumtext   not null,
    primary key (slot, order_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index order_list_newest on order_list (slot, created_at desc, order_id desc);
create index order_list_customer on order_list (slot, customer_id, created_at desc, order_id desc);
create index order_list_status on order_list (slot, status, archived, created_at desc, order_id desc);
create index order_list_archived on order_list (slot, archived, created_at desc, order_id desc);
create index order_list_flagged on order_list (slot, flagged, created_at desc, order_id desc);

-- one row for each order: what it counts for in the sums below
create table totals_contribution (
    slot          varchar(1)       not null,
    order_id      varchar(120)     not null,
    customer_id   varchar(120)     not null,
    created_at    bigint           not null,
    currency      varchar(3)       not null,
    minor_units   bigint           not null,
    status        varchar(20)      not null,
    paid          boolean          not null,
    last_sequence bigint           not null,
    items         mediumtext       not null,
    primary key (slot, order_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create table totals_customer (
    slot        varchar(1)   not null,
    customer_id varchar(120) not null,
    currency    varchar(3)   not null,
    orders      bigint       not null,
    minor_units bigint       not null,
    primary key (slot, customer_id, currency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create table totals_day (
    slot          varchar(1) not null,
    created_on    date       not null,
    currency      varchar(3) not null,
    orders        bigint     not null,
    cancellations bigint     not null,
    minor_units   bigint     not null,
    primary key (slot, created_on, currency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create table totals_status (
    slot   varchar(1)  not null,
    status varchar(20) not null,
    orders bigint      not null,
    primary key (slot, status)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create table totals_product (
    slot       varchar(1)    not null,
    product_id varchar(120)  not null,
    name       varchar(1000) not null,
    named_at   bigint        not null,
    quantity   bigint        not null,
    primary key (slot, product_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index totals_product_best on totals_product (slot, quantity desc, product_id);

create table audit_entry (
    slot               varchar(1)       not null,
    ordinal            bigint           not null,
    event_id           varchar(64)      not null,
    event_type         varchar(80)      not null,
    aggregate_id       varchar(120)     not null,
    aggregate_sequence bigint           not null,
    happened_at        bigint           not null,
    order_id           varchar(120),
    actor              varchar(120),
    actor_role         varchar(40),
    process            varchar(120),
    command            varchar(120),
    correlation_id     varchar(200),
    causation_id       varchar(200),
    request_id         varchar(200),
    payload            mediumtext       not null,
    summary            varchar(2000)    not null,
    primary key (slot, ordinal),
    unique (slot, aggregate_id, aggregate_sequence)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index audit_entry_newest on audit_entry (slot, happened_at desc, ordinal desc);
create index audit_entry_order on audit_entry (slot, order_id, ordinal);
create index audit_entry_actor on audit_entry (slot, actor, happened_at desc, ordinal desc);
create index audit_entry_type on audit_entry (slot, event_type, happened_at desc, ordinal desc);

-- the last ordinal given in each slot; locked for the length of a batch, so that ordinals grow in reading order
create table audit_counter (
    slot         varchar(1) not null,
    last_ordinal bigint     not null,
    primary key (slot)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
insert into audit_counter (slot, last_ordinal) values ('A', 0);
insert into audit_counter (slot, last_ordinal) values ('B', 0);
