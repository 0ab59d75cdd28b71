package dev.daybook.query.shopfigures;

/** Tells the shop's figures as the view has them now; every instance tells the same. */
public interface CurrentShopFigures {
    /** @param bestSellers how many products are told apart by what was put into carts of them; the others are one sum */
    ShopFigures read(int bestSellers);
}
