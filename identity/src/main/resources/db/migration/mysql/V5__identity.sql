create table account (
    id varchar(64) not null,
    username varchar(50) not null,
    username_key varchar(50) not null,
    password_hash varchar(255) not null,
    full_name varchar(100) not null,
    email varchar(254),
    phone varchar(32),
    created_at datetime(6) not null,
    version bigint not null,
    constraint pk_account primary key (id),
    constraint uk_account_username unique (username_key)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table account_role (
    account_id varchar(64) not null,
    role varchar(16) not null,
    constraint pk_account_role primary key (account_id, role),
    constraint fk_account_role_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index ix_account_role_role on account_role (role);

-- One row; who opens an account or changes roles locks it, so that no two take the same user name and the last two admins
-- cannot demote each other at once.
create table account_lock (
    id integer not null,
    constraint pk_account_lock primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
insert into account_lock (id) values (1);

create table token_family (
    id varchar(64) not null,
    account_id varchar(64) not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    revoked_at datetime(6),
    constraint pk_token_family primary key (id),
    constraint fk_token_family_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index ix_token_family_expires_at on token_family (expires_at);

create table refresh_token (
    token_hash varchar(64) not null,
    family_id varchar(64) not null,
    expires_at datetime(6) not null,
    used_at datetime(6),
    constraint pk_refresh_token primary key (token_hash),
    constraint fk_refresh_token_family foreign key (family_id) references token_family (id) on delete cascade
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index ix_refresh_token_expires_at on refresh_token (expires_at);
