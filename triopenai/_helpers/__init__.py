"""What resources offer beyond the API's endpoints: mixins, one module for each behaviour.

``_tools/tables/mixins.tsv`` says which resource takes which; its generated class derives from them. A mixin
declares ``_engine: Engine``, which the resource has, and calls the engine with operations, never a method of
the resource. Modules here are imported with their resource: what is heavy is imported where it is used.
"""
