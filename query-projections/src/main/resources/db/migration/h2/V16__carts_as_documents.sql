-- A cart is one row: its lines are JSON text in it, in the order in which they were put in.

alter table cart_view add column items varchar(1000000) default '[]' not null;
update cart_view set items = coalesce((
    select cast(json_arrayagg(json_object(
            'productId': line.product_id,
            'name': line.name,
            'unitPrice': json_object('minorUnits': line.unit_price_minor, 'currency': line.currency),
            'quantity': line.quantity) order by line.put_in) as varchar)
    from cart_line_view line
    where line.slot = cart_view.slot and line.cart_id = cart_view.cart_id), '[]');
drop table cart_line_view;
