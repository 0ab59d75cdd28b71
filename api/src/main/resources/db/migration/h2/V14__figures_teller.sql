-- Which instance tells the figures that only one may tell, and until when that holds (milliseconds since 1970).
create table figures_teller (
    id         integer      not null primary key,
    instance   varchar(64)  not null,
    told_until bigint       not null
);
insert into figures_teller (id, instance, told_until) values (1, '', 0);
