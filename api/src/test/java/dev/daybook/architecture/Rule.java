package dev.daybook.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static dev.daybook.architecture.Conditions.be;
import static dev.daybook.architecture.Conditions.bePublicForAnotherPackageOfTheModuleOnly;
import static dev.daybook.architecture.Conditions.beSealed;
import static dev.daybook.architecture.Conditions.handleFirst;
import static dev.daybook.architecture.Conditions.haveAResetHandler;
import static dev.daybook.architecture.Conditions.liveInANullMarkedPackage;
import static dev.daybook.architecture.Conditions.onlyAssign;
import static dev.daybook.architecture.Conditions.useNo;
import static dev.daybook.architecture.Predicates.API;
import static dev.daybook.architecture.Predicates.CART;
import static dev.daybook.architecture.Predicates.CATALOG;
import static dev.daybook.architecture.Predicates.CONFIGURATION;
import static dev.daybook.architecture.Predicates.CONTRACTS;
import static dev.daybook.architecture.Predicates.FAMILY_OF_MESSAGES;
import static dev.daybook.architecture.Predicates.FLOATING_POINT;
import static dev.daybook.architecture.Predicates.IDENTITY;
import static dev.daybook.architecture.Predicates.MAKES_A_CLOCK;
import static dev.daybook.architecture.Predicates.MESSAGE;
import static dev.daybook.architecture.Predicates.ORDER;
import static dev.daybook.architecture.Predicates.OURS;
import static dev.daybook.architecture.Predicates.PERSISTENCE;
import static dev.daybook.architecture.Predicates.QUERY;
import static dev.daybook.architecture.Predicates.READS_THE_WALL_CLOCK;
import static dev.daybook.architecture.Predicates.RECORD_IN_ITS_FAMILY;
import static dev.daybook.architecture.Predicates.RECORD_OR_ITS_FAMILY;
import static dev.daybook.architecture.Predicates.SETTINGS;
import static dev.daybook.architecture.Predicates.TOP_LEVEL;
import static dev.daybook.architecture.Predicates.VIEW_WRITER;
import static dev.daybook.architecture.Predicates.WHAT_A_CONTRACT_MAY_USE;
import static dev.daybook.architecture.Predicates.contractOf;
import static dev.daybook.architecture.Predicates.oursOutside;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.stereotype.Controller;
import specimen.dev.daybook.api.web.LedgerController;
import specimen.dev.daybook.api.web.ShelfController;
import specimen.dev.daybook.api.web.TableController;
import specimen.dev.daybook.billing.Invoice;
import specimen.dev.daybook.cart.basket.PeekingAtTheOrder;
import specimen.dev.daybook.cart.basket.PeekingIntoTheCatalog;
import specimen.dev.daybook.cart.contract.BasketCommand;
import specimen.dev.daybook.cart.contract.BasketEvent;
import specimen.dev.daybook.cart.contract.Discount;
import specimen.dev.daybook.cart.contract.EmptyBasketCommand;
import specimen.dev.daybook.cart.contract.PeekingFromAContract;
import specimen.dev.daybook.cart.contract.Rebate;
import specimen.dev.daybook.cart.contract.SendingContract;
import specimen.dev.daybook.catalog.shelf.OpenShelf;
import specimen.dev.daybook.catalog.shelf.PeekingAtTheCart;
import specimen.dev.daybook.identity.account.PeekingAtTheMoney;
import specimen.dev.daybook.order.parcel.Chatter;
import specimen.dev.daybook.order.parcel.Clocks;
import specimen.dev.daybook.order.parcel.Facts;
import specimen.dev.daybook.order.parcel.Injected;
import specimen.dev.daybook.order.parcel.OldLogger;
import specimen.dev.daybook.order.parcel.Parcel;
import specimen.dev.daybook.order.parcel.ParcelLifecycle;
import specimen.dev.daybook.order.parcel.PeekingIntoTheCart;
import specimen.dev.daybook.order.parcel.WhenParcelLostThenApologize;
import specimen.dev.daybook.query.parcels.ParcelProjection;
import specimen.dev.daybook.query.parcels.PeekingIntoTheOrder;

/** The rules, each with the bad specimens that it must report. */
enum Rule {
    // --- who may know whom

    EVERY_CLASS_BELONGS_TO_A_MODULE(
            classes()
                    .that()
                    .resideInAPackage(OURS)
                    .should()
                    .resideInAnyPackage(CATALOG, CART, ORDER, IDENTITY, QUERY, API)
                    .because("a module that no rule names would escape the rules below"),
            Invoice.class),

    CATALOG_KNOWS_NOBODY(
            noClasses()
                    .that()
                    .resideInAPackage(CATALOG)
                    .should()
                    .dependOnClassesThat(oursOutside(CATALOG))
                    .because("everybody else knows catalog"),
            PeekingAtTheCart.class),

    CART_KNOWS_THE_CONTRACT_OF_CATALOG(
            noClasses()
                    .that()
                    .resideInAPackage(CART)
                    .should()
                    .dependOnClassesThat(oursOutside(CART, contractOf(CATALOG)))
                    .because("a cart holds what the catalog offers, and knows nothing of what becomes of it"),
            PeekingAtTheOrder.class,
            PeekingIntoTheCatalog.class),

    ORDER_KNOWS_THE_CONTRACTS_OF_CART_AND_CATALOG(
            noClasses()
                    .that()
                    .resideInAPackage(ORDER)
                    .should()
                    .dependOnClassesThat(oursOutside(ORDER, contractOf(CART), contractOf(CATALOG)))
                    .because("an order comes of a cart and takes from the stock"),
            PeekingIntoTheCart.class),

    IDENTITY_KNOWS_NOBODY(
            noClasses()
                    .that()
                    .resideInAPackage(IDENTITY)
                    .should()
                    .dependOnClassesThat(oursOutside(IDENTITY))
                    .because("who somebody is has nothing to do with what they buy"),
            PeekingAtTheMoney.class),

    QUERY_KNOWS_CONTRACTS(
            noClasses()
                    .that()
                    .resideInAPackage(QUERY)
                    .should()
                    .dependOnClassesThat(oursOutside(QUERY, contractOf(CATALOG), contractOf(CART), contractOf(ORDER)))
                    .because("views are made of published events, and personal data stays in identity"),
            PeekingIntoTheOrder.class),

    API_KNOWS_CONTRACTS_AND_VIEWS(
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat(oursOutside(API, QUERY, CONTRACTS))
                    .because("the edge sends commands and asks views; how they are answered is not its business"),
            ShelfController.class),

    CONTRACTS_STAND_ON_LITTLE(
            classes()
                    .that()
                    .resideInAPackage(CONTRACTS)
                    .should()
                    .onlyDependOnClassesThat(WHAT_A_CONTRACT_MAY_USE)
                    .because("whoever uses a contract gets all that it depends on"),
            SendingContract.class,
            PeekingFromAContract.class),

    WHAT_IS_NOT_CONTRACT_IS_HIDDEN(
            classes()
                    .that()
                    .resideInAnyPackage(CATALOG, CART, ORDER, IDENTITY)
                    .and()
                    .resideOutsideOfPackage(CONTRACTS)
                    .and()
                    .areNotAnnotatedWith(Saga.class) // Axon makes sagas by reflection, and asks for public ones
                    .and(TOP_LEVEL)
                    .should(bePublicForAnotherPackageOfTheModuleOnly())
                    .because("the compiler keeps secrets better than people do"),
            OpenShelf.class),

    CONTROLLERS_KNOW_NO_PERSISTENCE(
            noClasses()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .or()
                    .areAnnotatedWith(Controller.class)
                    .should()
                    .dependOnClassesThat(PERSISTENCE)
                    .because("controllers translate and do nothing else"),
            LedgerController.class,
            TableController.class),

    PACKAGES_ARE_NULL_MARKED(
            classes()
                    .that()
                    .resideInAPackage(OURS)
                    .should(liveInANullMarkedPackage())
                    .because("null is the exception and says so"),
            OpenShelf.class),

    // --- messages

    NO_FLOATING_POINT_IN_CONTRACTS(
            classes()
                    .that()
                    .resideInAPackage(CONTRACTS)
                    .and(not(SETTINGS))
                    .should(useNo(FLOATING_POINT))
                    .because("0.1 + 0.2 is not 0.3"),
            Discount.class,
            Rebate.class),

    FAMILIES_OF_MESSAGES_ARE_SEALED(
            classes()
                    .that(FAMILY_OF_MESSAGES)
                    .should(beSealed())
                    .because("the contract is to be seen at a glance, and whole"),
            BasketCommand.class),

    MESSAGES_ARE_RECORDS_IN_THEIR_FAMILY(
            classes()
                    .that(MESSAGE)
                    .should(be(RECORD_IN_ITS_FAMILY))
                    .because("the contract is to be seen at a glance, and whole"),
            BasketEvent.BasketDropped.class,
            EmptyBasketCommand.class),

    AGGREGATES_HANDLE_MESSAGES_OF_A_FAMILY(
            codeUnits()
                    .that()
                    .areAnnotatedWith(CommandHandler.class)
                    .or()
                    .areAnnotatedWith(EventSourcingHandler.class)
                    .should(handleFirst(RECORD_OR_ITS_FAMILY))
                    .because("a message that no contract names would be in the book all the same"),
            Parcel.class),

    // --- aggregates and clocks

    FACTS_ARE_PRIVATE(
            methods()
                    .that()
                    .areAnnotatedWith(EventSourcingHandler.class)
                    .should()
                    .bePrivate()
                    .orShould()
                    .bePackagePrivate()
                    .because("only Axon tells an aggregate what happened"),
            Parcel.class),

    FACTS_ONLY_ASSIGN(
            methods()
                    .that()
                    .areAnnotatedWith(EventSourcingHandler.class)
                    .should(onlyAssign())
                    .because("they run again at every load"),
            Facts.ThatTakeMore.class,
            Facts.ThatPublish.class,
            Facts.ThatLog.class,
            Facts.ThatReadAClock.class),

    TIME_COMES_FROM_A_CLOCK(
            noClasses()
                    .that()
                    .resideInAPackage(OURS)
                    .should()
                    .accessTargetWhere(READS_THE_WALL_CLOCK)
                    .because("tests set the time"),
            Clocks.OfInstant.class,
            Clocks.OfLocalDate.class,
            Clocks.OfDate.class,
            Clocks.OfSystem.class,
            Clocks.ByReference.class),

    CLOCKS_ARE_MADE_BY_CONFIGURATION(
            noClasses()
                    .that()
                    .resideInAPackage(OURS)
                    .and(not(CONFIGURATION))
                    .should()
                    .accessTargetWhere(MAKES_A_CLOCK)
                    .because("two clocks disagree"),
            Clocks.OfItsOwn.class),

    // --- processes and views

    REACTIONS_ARE_NOT_REPLAYED(
            classes()
                    .that()
                    .haveNameMatching(".*\\.When\\w+Then\\w+")
                    .should()
                    .beAnnotatedWith(DisallowReplay.class)
                    .because("a replay must not charge a card again"),
            WhenParcelLostThenApologize.class),

    REACTIONS_NAME_THEIR_PROCESSING_GROUP(
            classes()
                    .that()
                    .haveNameMatching(".*\\.When\\w+Then\\w+")
                    .should()
                    .beAnnotatedWith(ProcessingGroup.class)
                    .because("the token is found by that name, also after a class has moved"),
            WhenParcelLostThenApologize.class),

    SAGAS_NAME_THEIR_PROCESSING_GROUP(
            classes()
                    .that()
                    .areAnnotatedWith(Saga.class)
                    .should()
                    .beAnnotatedWith(ProcessingGroup.class)
                    .because("the token is found by that name, also after a class has moved"),
            ParcelLifecycle.class),

    VIEWS_CAN_BE_RESET(
            classes().that(VIEW_WRITER).should(haveAResetHandler()).because("a rebuild starts from nothing"),
            ParcelProjection.class),

    // --- habits

    NO_STANDARD_STREAMS(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, Chatter.class),

    NO_JAVA_UTIL_LOGGING(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING, OldLogger.class),

    NO_FIELD_INJECTION(NO_CLASSES_SHOULD_USE_FIELD_INJECTION, Injected.class);

    final ArchRule rule;
    final List<Class<?>> badSpecimens;

    Rule(ArchRule rule, Class<?>... badSpecimens) {
        this.rule = rule;
        this.badSpecimens = List.of(badSpecimens);
    }
}
