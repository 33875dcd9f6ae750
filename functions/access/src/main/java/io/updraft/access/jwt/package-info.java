/** Tokens of an identity provider that publishes its keys as JWKS. */
@NullMarked
package io.updraft.access.jwt;

import org.jspecify.annotations.NullMarked;
