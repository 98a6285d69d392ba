module first

go 1.19
