-- Axon's own tables (column names are Axon's defaults) and db-scheduler's.

-- Text is compared to the letter, here and in all migrations: utf8mb4_bin. Instants are UTC.

-- The numbering is the event table's own. A transaction that is rolled back leaves a hole, which Axon waits for as long as a
-- transaction may take.
create table domain_event_entry (
    globalIndex bigint not null auto_increment primary key,
    aggregateIdentifier varchar(255) not null,
    sequenceNumber bigint not null,
    type varchar(255),
    eventIdentifier varchar(255) not null unique,
    metaData mediumblob,
    payload mediumblob not null,
    payloadRevision varchar(255),
    payloadType varchar(255) not null,
    timestamp varchar(255) not null,
    unique (aggregateIdentifier, sequenceNumber)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table snapshot_event_entry (
    aggregateIdentifier varchar(255) not null,
    sequenceNumber bigint not null,
    type varchar(255),
    eventIdentifier varchar(255) not null unique,
    metaData mediumblob,
    payload mediumblob not null,
    payloadRevision varchar(255),
    payloadType varchar(255) not null,
    timestamp varchar(255) not null,
    primary key (aggregateIdentifier, sequenceNumber)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table token_entry (
    processorName varchar(255) not null,
    segment integer not null,
    token mediumblob,
    tokenType varchar(255),
    timestamp varchar(255),
    owner varchar(255),
    primary key (processorName, segment)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- The token store's own name, which Axon would make at the first start; several nodes that start at once would race for it.
insert into token_entry (processorName, segment, token, tokenType)
values ('__config', 0, concat('{"config":{"id":"', uuid(), '"}}'), 'org.axonframework.eventhandling.tokenstore.ConfigToken');

create table saga_entry (
    sagaId varchar(255) primary key,
    revision varchar(255),
    sagaType varchar(255),
    serializedSaga mediumblob
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table association_value_entry (
    id bigint not null auto_increment primary key,
    associationKey varchar(255),
    associationValue varchar(255),
    sagaId varchar(255),
    sagaType varchar(255)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index association_by_value on association_value_entry (sagaType, associationKey, associationValue);
create index association_by_saga on association_value_entry (sagaId, sagaType);

create table dead_letter_entry (
    deadLetterIdentifier varchar(255) primary key,
    processingGroup varchar(255) not null,
    sequenceIdentifier varchar(255) not null,
    sequenceIndex bigint not null,
    messageType varchar(255) not null,
    eventIdentifier varchar(255) not null,
    timestamp varchar(255) not null,
    payloadType varchar(255) not null,
    payloadRevision varchar(255),
    payload mediumblob not null,
    metaData mediumblob,
    type varchar(255),
    aggregateIdentifier varchar(255),
    sequenceNumber bigint,
    tokenType varchar(255),
    token mediumblob,
    enqueuedAt varchar(255) not null,
    lastTouched varchar(255),
    processingStarted varchar(255),
    causeType varchar(255),
    causeMessage varchar(1023),
    diagnostics mediumblob,
    unique (processingGroup, sequenceIdentifier, sequenceIndex)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(255) not null,
    task_data mediumblob,
    execution_time datetime(6) not null,
    picked boolean not null,
    picked_by varchar(255),
    last_success datetime(6),
    last_failure datetime(6),
    consecutive_failures int,
    last_heartbeat datetime(6),
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
create index scheduled_tasks_by_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
