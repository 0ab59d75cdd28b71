-- Orders that are not finished, and when their next step is due (milliseconds since 1970, UTC).
-- Apart from the saga store, so that an order whose saga is lost is still found.
create table order_watch (
    order_id varchar(128) not null primary key,
    cart_id varchar(128),
    due_at bigint not null,
    attempts integer not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create index order_watch_due on order_watch (due_at);
