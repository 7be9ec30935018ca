package dev.callout.platform.identity;

/** What a sign-in hands out: a token to work with, and one to get the next with. */
record TokenPair(String accessToken, long expiresIn, String refreshToken, String tokenType) {

    static TokenPair fresh() {
        return new TokenPair(Tokens.fresh(), SignIns.ACCESS_FOR.toSeconds(), Tokens.fresh(), "Bearer");
    }
}
