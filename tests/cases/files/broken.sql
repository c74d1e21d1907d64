SELECT id,
       nmae
FROM actor;
