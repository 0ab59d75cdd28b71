-- Instants are microseconds since 1970, so that no time zone of a driver or a session can bend them.

-- One row for each view: which slot serves, and how far a rebuild has come.
create table view_slot (
    view_name          varchar(64)  not null primary key,
    serving            varchar(1)   not null,
    phase              varchar(20)  not null,
    other_holds_rows   boolean      not null,
    other_cleared      boolean      not null,
    serving_since      bigint       not null,
    started_at         bigint,
    handing_over_since bigint,
    start_position     bigint,
    target_position    bigint,
    last_error         varchar(1000)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table product_view (
    slot           varchar(1)     not null,
    product_id     varchar(128)   not null,
    sku            varchar(100)   not null,
    name           varchar(300)   not null,
    sort_name      varchar(300)   not null,
    description    text           not null,
    category       varchar(200)   not null,
    manufacturer   varchar(300)   not null,
    search_text    text           not null,
    price_minor    bigint         not null,
    currency       varchar(3)     not null,
    price          decimal(24, 4) not null,
    available      integer        not null,
    discontinued   boolean        not null,
    created_at     bigint         not null,
    updated_at     bigint         not null,
    last_sequence  bigint         not null,
    stock_sequence bigint         not null,
    primary key (slot, product_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create unique index product_view_by_sku on product_view (slot, sku);
create index product_view_by_name on product_view (slot, discontinued, sort_name, product_id);
create index product_view_by_price on product_view (slot, discontinued, price, product_id);
create index product_view_by_age on product_view (slot, discontinued, created_at, product_id);
create index product_view_by_category on product_view (slot, discontinued, category, sort_name, product_id);

create table product_stock_view (
    slot          varchar(1)   not null,
    product_id    varchar(128) not null,
    on_hand       integer      not null,
    reserved      integer      not null,
    last_sequence bigint       not null,
    primary key (slot, product_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table cart_view (
    slot          varchar(1)   not null,
    cart_id       varchar(128) not null,
    customer_id   varchar(128) not null,
    filled        boolean      not null,
    updated_at    bigint       not null,
    last_sequence bigint       not null,
    primary key (slot, cart_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create index cart_view_filled on cart_view (slot, filled, cart_id);

create table cart_line_view (
    slot             varchar(1)   not null,
    cart_id          varchar(128) not null,
    product_id       varchar(128) not null,
    put_in           bigint       not null,
    name             varchar(300) not null,
    unit_price_minor bigint       not null,
    currency         varchar(3)   not null,
    quantity         integer      not null,
    primary key (slot, cart_id, product_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table recent_view (
    customer_id varchar(128) not null,
    product_id  varchar(128) not null,
    viewed_at   bigint       not null,
    primary key (customer_id, product_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create index recent_view_newest on recent_view (customer_id, viewed_at, product_id);
