-- Whether any row holds what an expression asks for.
SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH :words);
