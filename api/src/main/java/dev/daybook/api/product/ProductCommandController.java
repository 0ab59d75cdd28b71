package dev.daybook.api.product;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.daybook.api.command.Commands;
import dev.daybook.api.command.Writes;
import dev.daybook.api.etag.IfMatch;
import dev.daybook.api.idempotency.IdempotencyKey;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.api.product.ProductRequests.NewProduct;
import dev.daybook.api.product.ProductRequests.ProductChange;
import dev.daybook.api.product.ProductRequests.StockChange;
import dev.daybook.catalog.contract.ProductCommand.AddProduct;
import dev.daybook.catalog.contract.ProductCommand.ChangeProductDetails;
import dev.daybook.catalog.contract.ProductCommand.DiscontinueProduct;
import dev.daybook.catalog.contract.ProductCommand.RepriceProduct;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.catalog.contract.ProductReceipt;
import dev.daybook.catalog.contract.ProductRegistration;
import dev.daybook.catalog.contract.StockCommand.AdjustStock;
import dev.daybook.catalog.contract.StockReceipt;
import dev.daybook.query.productcatalog.ProductView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Products")
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE) // refused before, not after, the command
class ProductCommandController {
    private final ProductRegistration registration;
    private final Commands commands;
    private final Writes writes;
    private final Catalog catalog;

    ProductCommandController(ProductRegistration registration, Commands commands, Writes writes, Catalog catalog) {
        this.registration = registration;
        this.commands = commands;
        this.writes = writes;
        this.catalog = catalog;
    }

    @Operation(summary = "Take a product into the catalog")
    @PostMapping("/api/products")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProductBody> addProduct(@Valid @RequestBody NewProduct request) {
        var id = new ProductId(ProductId.PREFIX + UuidCreator.getTimeOrderedEpoch());
        var added = commands.inTurn(() -> registration.add(
                new AddProduct(
                        id,
                        request.sku().strip(),
                        request.name().strip(),
                        textOf(request.description()),
                        request.category().strip(),
                        textOf(request.manufacturer()),
                        request.price().toMoney()),
                request.stock() == null ? 0 : request.stock()));
        if (!writes.shown(added.product(), Writes.CATALOG) || !writes.shown(added.stock(), Writes.CATALOG))
            return Writes.later(location(id));
        ProductBody product = ProductBody.of(catalog.product(id));
        return ResponseEntity.created(URI.create(location(id)))
                .eTag(product.etag())
                .body(product);
    }

    @Operation(summary = "Describe and price a product anew")
    @PutMapping("/api/products/{id}")
    ResponseEntity<ProductBody> changeProduct(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProductChange request) {
        ProductView product = catalog.product(Catalog.id(id));
        var productId = new ProductId(product.productId());
        Long expected = IfMatch.expected(ifMatch, product.sequence());
        requireUnchanged(product, request);
        ProductReceipt described = commands.send(new ChangeProductDetails(
                productId,
                request.name().strip(),
                textOf(request.description()),
                request.category().strip(),
                textOf(request.manufacturer()),
                expected));
        ProductReceipt priced = commands.send(new RepriceProduct(
                productId, request.price().toMoney(), expected == null ? null : Long.valueOf(described.sequence())));
        return writes.answer(priced, Writes.CATALOG, location(productId), () -> {
            ProductBody changed = ProductBody.of(catalog.product(productId));
            return ResponseEntity.ok().eTag(changed.etag()).body(changed);
        });
    }

    private void requireUnchanged(ProductView product, ProductChange request) {
        if (request.id() != null && !request.id().equals(product.productId()))
            throw ProblemException.invalid("id", "stays what it is");
        if (request.sku() != null && !request.sku().strip().equals(product.sku()))
            throw ProblemException.invalid("sku", "stays what it is");
        if (request.discontinued() != null && request.discontinued() != product.discontinued())
            throw ProblemException.invalid("discontinued", "is not changed here but by DELETE /api/products/{id}");
        if (request.stock() != null
                && request.stock()
                        != catalog.stock(new ProductId(product.productId())).onHand())
            throw ProblemException.invalid("stock", "is not changed here but by POST /api/products/{id}/stock");
    }

    @Operation(summary = "Stop selling a product")
    @DeleteMapping("/api/products/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> discontinue(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        ProductView product = catalog.product(Catalog.id(id));
        var productId = new ProductId(product.productId());
        ProductReceipt receipt =
                commands.send(new DiscontinueProduct(productId, IfMatch.expected(ifMatch, product.sequence())));
        return writes.answer(
                receipt,
                Writes.CATALOG,
                location(productId),
                () -> ResponseEntity.noContent().build());
    }

    @Operation(
            summary = "Correct the stock of a product",
            description =
                    "With an Idempotency-Key a repeat changes nothing, whatever it says, and answers the stock as it is.")
    @PostMapping("/api/products/{id}/stock")
    ResponseEntity<StockBody> adjustStock(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody StockChange request) {
        ProductId productId = new ProductId(catalog.product(Catalog.id(id)).productId());
        String movementId = IdempotencyKey.idFor(productId.value(), idempotencyKey);
        StockReceipt receipt = commands.send(new AdjustStock(
                productId, movementId, request.delta(), request.reason().strip()));
        return writes.answer(
                receipt,
                Writes.CATALOG,
                location(productId) + "/stock",
                () -> ResponseEntity.ok(StockBody.of(catalog.stock(productId))));
    }

    private static String location(ProductId id) {
        return "/api/products/" + id;
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
