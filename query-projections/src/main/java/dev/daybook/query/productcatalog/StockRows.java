package dev.daybook.query.productcatalog;

import dev.daybook.query.Slot;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface StockRows extends Repository<StockRow, ProductRow.Key> {
    Optional<StockRow> findBySlotAndProductId(Slot slot, String productId);
}
