-- Which product has, or is about to have, a sku. Skus are compared to the letter: the collation is binary.
create table sku_claim (
    sku varchar(100) not null,
    product_id varchar(120) not null,
    claimed_at datetime(6) not null,
    settled boolean not null,
    constraint pk_sku_claim primary key (sku),
    constraint uk_sku_claim_product_id unique (product_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create index ix_sku_claim_settled on sku_claim (settled, claimed_at);
