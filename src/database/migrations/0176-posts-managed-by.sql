-- Whose cadre one was in a post (管理权限): it goes with the post, and decided then who was competent. Null where nobody said.
ALTER TABLE post_held ADD COLUMN managed_by text COLLATE "C" CHECK (managed_by IN ('city', 'zone', 'unit'));
