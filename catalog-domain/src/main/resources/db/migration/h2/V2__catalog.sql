-- Which product has, or is about to have, a sku. Skus are compared to the letter: other databases need a binary collation here.
create table sku_claim (
    sku varchar(100) not null,
    product_id varchar(120) not null,
    claimed_at timestamp(6) not null,
    settled boolean not null,
    constraint pk_sku_claim primary key (sku),
    constraint uk_sku_claim_product_id unique (product_id)
);

create index ix_sku_claim_settled on sku_claim (settled, claimed_at);
