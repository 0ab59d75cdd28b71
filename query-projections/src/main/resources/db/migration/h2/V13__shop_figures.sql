-- Figures of the shop, for monitoring: sums, rows of histograms, and what is needed to count every event once.

-- bucket: empty for a plain sum; in a histogram the upper bound that a value did not exceed, or 'sum'
create table shop_figure (
    slot   varchar(1)   not null,
    name   varchar(40)  not null,
    label  varchar(200) not null,
    bucket varchar(20)  not null,
    amount bigint       not null,
    primary key (slot, name, label, bucket)
);

create table shop_figure_product (
    slot        varchar(1)   not null,
    product_id  varchar(128) not null,
    sku         varchar(100) not null,
    category    varchar(200) not null,
    items_added bigint       not null,
    primary key (slot, product_id)
);
create index shop_figure_product_best on shop_figure_product (slot, items_added desc, product_id);

-- one row for each aggregate that is counted; times (microseconds since 1970) are those of orders
create table shop_figure_source (
    slot          varchar(1)   not null,
    aggregate_id  varchar(128) not null,
    last_sequence bigint       not null,
    created_at    bigint,
    flagged_at    bigint,
    primary key (slot, aggregate_id)
);
