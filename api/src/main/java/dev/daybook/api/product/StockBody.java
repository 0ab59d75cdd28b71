package dev.daybook.api.product;

import dev.daybook.query.productcatalog.StockView;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Stock", description = "In pieces; onHand = available + reserved")
record StockBody(
        @Schema(example = "product-0198c5a2-6f3e-7a51-9f0e-2f1d5c1b7a90")
        String productId,

        @Schema(example = "45") int onHand,
        @Schema(example = "3") int reserved,
        @Schema(example = "42") int available) {
    static StockBody of(StockView stock) {
        return new StockBody(stock.productId(), stock.onHand(), stock.reserved(), stock.available());
    }
}
