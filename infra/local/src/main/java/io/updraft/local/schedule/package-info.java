/** Functions that run at a rate. */
@NullMarked
package io.updraft.local.schedule;

import org.jspecify.annotations.NullMarked;
