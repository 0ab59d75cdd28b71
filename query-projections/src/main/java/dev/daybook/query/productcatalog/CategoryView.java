package dev.daybook.query.productcatalog;

/** A category and how many products in it are for sale. */
public record CategoryView(String name, long products) {}
