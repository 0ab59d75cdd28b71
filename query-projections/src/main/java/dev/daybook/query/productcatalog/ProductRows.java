package dev.daybook.query.productcatalog;

import dev.daybook.query.Slot;
import java.util.List;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProductRows extends Repository<ProductRow, ProductRow.Key>, JpaSpecificationExecutor<ProductRow> {
    @Query("select new dev.daybook.query.productcatalog.CategoryView(p.category, count(p)) from ProductRow p"
            + " where p.slot = ?1 and p.discontinued = false group by p.category order by p.category")
    List<CategoryView> categories(Slot slot);
}
