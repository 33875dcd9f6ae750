/** Logging of every function: slf4j, written as one JSON object a line. */
@NullMarked
package io.updraft.lambda.log;

import org.jspecify.annotations.NullMarked;
