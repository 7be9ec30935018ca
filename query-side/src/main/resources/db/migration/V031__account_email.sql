-- Where mail reaches somebody who may sign in.
ALTER TABLE account ADD COLUMN email text;
CREATE INDEX account_customer_idx ON account (customer_id);
