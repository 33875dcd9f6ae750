/** How a function reads its own settings, wherever it runs. */
@NullMarked
package io.updraft.lambda;

import org.jspecify.annotations.NullMarked;
