/** People acknowledge, resolve, suppress and unsuppress alerts. */
@NullMarked
package io.updraft.alert.resolve;

import org.jspecify.annotations.NullMarked;
