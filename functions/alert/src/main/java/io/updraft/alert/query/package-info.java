/** Shows alerts. */
@NullMarked
package io.updraft.alert.query;

import org.jspecify.annotations.NullMarked;
