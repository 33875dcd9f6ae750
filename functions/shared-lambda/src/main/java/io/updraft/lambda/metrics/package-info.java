/** How functions tell their figures. */
@NullMarked
package io.updraft.lambda.metrics;

import org.jspecify.annotations.NullMarked;
