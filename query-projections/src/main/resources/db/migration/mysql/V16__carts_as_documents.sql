-- A cart is one row: its lines are JSON text in it, in the order in which they were put in.

alter table cart_view add column items mediumtext;
set session group_concat_max_len = 16000000;
update cart_view set items = coalesce((
    select concat('[', group_concat(json_object(
            'productId', line.product_id,
            'name', line.name,
            'unitPrice', json_object('minorUnits', line.unit_price_minor, 'currency', line.currency),
            'quantity', line.quantity) order by line.put_in separator ','), ']')
    from cart_line_view line
    where line.slot = cart_view.slot and line.cart_id = cart_view.cart_id), '[]');
alter table cart_view modify column items mediumtext not null;
drop table cart_line_view;
