/** The issuer of tokens that stands in for an identity provider. */
@NullMarked
package io.updraft.local.issuer;

import org.jspecify.annotations.NullMarked;
