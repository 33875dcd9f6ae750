/** Queries over devices in RSQL, the language of expressions for APIs that grew from FIQL. */
@NullMarked
package io.updraft.campaign.rsql;

import org.jspecify.annotations.NullMarked;
