/** How the function that pulls events from NATS hands them to the functions that want them. */
@NullMarked
package io.updraft.lambda.consumed;

import org.jspecify.annotations.NullMarked;
