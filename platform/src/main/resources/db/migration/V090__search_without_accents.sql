-- Search does without case and accents: "GRÖSSE" finds "Größe". The extension comes with PostgreSQL, and like pg_trgm the
-- owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- A text as it is searched in: without compatibility forms, combining marks, accents and case. Immutable, which unaccent
-- by itself isn't because its dictionary could be changed; ours never is. The cost keeps plans from calling it on every row.
CREATE FUNCTION search_fold(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
    RETURN lower(public.unaccent('public.unaccent'::regdictionary,
        lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g') COLLATE pg_c_utf8)) COLLATE pg_c_utf8);

-- What LIKE finds a word by, anywhere in a folded text.
CREATE FUNCTION search_pattern(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN '%' || replace(replace(replace(public.search_fold($1), '\', '\\'), '%', '\%'), '_', '\_') || '%';
