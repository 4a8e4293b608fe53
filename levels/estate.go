package levels

func usualEstate() estateFile { return estateFile{} }

func (c *compiler) generate() {}

func (c *compiler) freeHost() string { return "lnx-prd-0001" }
