package dev.daybook.api.product;

import dev.daybook.api.command.Queries;
import dev.daybook.api.problem.ProblemException;
import dev.daybook.catalog.contract.ProductId;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProduct;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindProductsById;
import dev.daybook.query.productcatalog.ProductCatalogQuery.FindStock;
import dev.daybook.query.productcatalog.ProductView;
import dev.daybook.query.productcatalog.StockView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Products by their ids; an id that is none, or of nothing, is not found. */
@Component
public class Catalog {
    private final Queries queries;

    Catalog(Queries queries) {
        this.queries = queries;
    }

    public static ProductId id(String text) {
        try {
            return new ProductId(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("product");
        }
    }

    public ProductView product(ProductId id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("product"));
    }

    private Optional<ProductView> find(ProductId id) {
        return queries.optional(new FindProduct(id.value()), ProductView.class);
    }

    /** The product that a field of the request names. */
    public ProductView named(String field, String text) {
        ProductId id;
        try {
            id = new ProductId(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("product", field);
        }
        return find(id).orElseThrow(() -> ProblemException.notFound("product", field));
    }

    public List<ProductView> products(Set<String> ids) {
        return ids.isEmpty() ? List.of() : queries.list(new FindProductsById(ids), ProductView.class);
    }

    StockView stock(ProductId id) {
        return queries.optional(new FindStock(id.value()), StockView.class)
                .orElseThrow(() -> ProblemException.notFound("product"));
    }
}
