/** Lists the API keys of an organization. */
@NullMarked
package io.updraft.access.keys.list;

import org.jspecify.annotations.NullMarked;
